"""Does information flow?"""
