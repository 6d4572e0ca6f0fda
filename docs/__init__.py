"""What is written about the program: pages, and what makes parts of them from its declarations."""
