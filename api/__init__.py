"""How others ask: GraphQL, web pages and the command line."""
