"""How a plan, its cost and its bound are verified by arithmetic, without solver and without the search."""
