"""What all pages share: their frame, forms, and what a page is asked of."""
