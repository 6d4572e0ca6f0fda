"""Words in two languages, their order, and what other programs say, translated."""
