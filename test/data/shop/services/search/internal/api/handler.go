// Package api is the HTTP front of search.
package api

import (
	"encoding/json"
	"net/http"

	"shop.example/search/internal/index"
	"shop.example/search/internal/rank"
)

const maxHits = 50

// Handler answers GET /search?q=… with the best hits first.
func Handler(catalogue *index.Index, order rank.Order) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /search", func(w http.ResponseWriter, r *http.Request) {
		hits := order(catalogue.Find(r.URL.Query().Get("q")))
		if len(hits) > maxHits {
			hits = hits[:maxHits]
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(hits)
	})
	return mux
}
