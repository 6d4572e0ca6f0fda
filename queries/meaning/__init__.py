"""What words mean to several questions."""
