#!/bin/sh
# What changed since the last release, one line each, newest first.
set -eu

since="$(git describe --tags --abbrev=0)"
git log --no-merges --format='- %s (%an)' "$since"..HEAD -- web services packages
