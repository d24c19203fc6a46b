"""Records in; what follows from them out: the graph, its routes, the statements of each slot, coverage."""
