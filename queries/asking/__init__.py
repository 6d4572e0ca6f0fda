"""How any question is asked and answered."""
