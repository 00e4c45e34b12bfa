package rank_test

import (
	"testing"

	"shop.example/search/internal/index"
	"shop.example/search/internal/rank"
)

func TestMostSoldComesFirst(t *testing.T) {
	hits := rank.ByPopularity([]index.Product{{ID: "scarf", Sold: 3}, {ID: "hat", Sold: 9}})
	if hits[0].ID != "hat" {
		t.Errorf("got %s first, want hat", hits[0].ID)
	}
}
