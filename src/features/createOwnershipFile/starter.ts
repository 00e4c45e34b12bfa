/** What a new ownership file says: valid as it stands, and explained line by line. */
export const starter = `# Who is responsible for what. Each AOR (area of responsibility) has one named person.
version: 1

people:
  # The id on the left is how the rest of this file names the person.
  someone: { name: Your Name, email: you@example.com }
  # A shorter form:  other: Other Name <other@example.com>

aors:
  everything:
    title: Everything else
    about: What no other area holds.
    owner: someone                # exactly one person; left empty, the area is vacant
    # backup: other
    paths: ["**"]                 # the most specific glob decides; the order in the file does not matter

  # docs:
  #   title: Documentation
  #   owner: other
  #   paths: [docs, "**/*.md"]

  # security:
  #   title: Security review
  #   kind: review                # applies on top of the area, never instead of it
  #   owner: someone
  #   level: must
  #   paths: ["src/login/**"]

# exempt: ["**/*.lock"]           # nobody needs to own these
`;
