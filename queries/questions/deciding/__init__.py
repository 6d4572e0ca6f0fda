"""Who owns, decides and coordinates?"""
