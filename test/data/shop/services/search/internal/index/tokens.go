package index

import (
	"strings"
	"unicode"
)

// Tokens cuts a text into lower-case words, each once. A hyphen is no boundary: "t-shirt" is one word.
func Tokens(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	seen := map[string]bool{}
	unique := words[:0]
	for _, word := range words {
		if !seen[word] {
			seen[word] = true
			unique = append(unique, word)
		}
	}
	return unique
}
