"""What is demanded and what is offered."""
