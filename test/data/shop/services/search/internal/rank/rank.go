// Package rank puts what people want most first.
package rank

import (
	"sort"

	"shop.example/search/internal/index"
)

// Order sorts hits, best first.
type Order func([]index.Product) []index.Product

// ByPopularity puts what was sold most first; equals stay as they are.
func ByPopularity(hits []index.Product) []index.Product {
	sort.SliceStable(hits, func(a, b int) bool { return hits[a].Sold > hits[b].Sold })
	return hits
}
