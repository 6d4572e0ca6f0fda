"""What can go, and in which order?"""
