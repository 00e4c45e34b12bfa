// Package index finds products by the words of their titles.
package index

// Product is what can be found.
type Product struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Sold  int    `json:"-"`
}

// Index maps words to the products that carry them.
type Index struct {
	byWord map[string][]Product
}

// New gives an empty index.
func New() *Index {
	return &Index{byWord: map[string][]Product{}}
}

// Add makes a product findable.
func (i *Index) Add(p Product) {
	for _, word := range Tokens(p.Title) {
		i.byWord[word] = append(i.byWord[word], p)
	}
}

// Find gives the products that carry every word of the query.
func (i *Index) Find(query string) []Product {
	words := Tokens(query)
	seen := map[string]int{}
	var hits []Product
	for _, word := range words {
		for _, p := range i.byWord[word] {
			seen[p.ID]++
			if seen[p.ID] == len(words) {
				hits = append(hits, p)
			}
		}
	}
	return hits
}
