// Command searchd answers queries of the storefront.
package main

import (
	"flag"
	"log"
	"net/http"

	"shop.example/search/internal/api"
	"shop.example/search/internal/index"
	"shop.example/search/internal/rank"
)

func main() {
	address := flag.String("listen", ":8080", "where to listen")
	synonyms := flag.String("synonyms", "services/search/synonyms.yaml", "words that mean the same")
	flag.Parse()

	catalogue := index.New()
	log.Printf("synonyms from %s, listening on %s", *synonyms, *address)
	log.Fatal(http.ListenAndServe(*address, api.Handler(catalogue, rank.ByPopularity)))
}
