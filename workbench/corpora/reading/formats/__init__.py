"""One module for each family of file formats; each imports its library only when such a file comes."""
