"""Whether a product complies: requirement sets held against what systems and offers say of themselves."""
