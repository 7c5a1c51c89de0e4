"""How the best plan is found with a proven bound: cuts, relaxation, dives, neighbours, narrowing, the tree."""
