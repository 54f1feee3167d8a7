"""What a line says: dates, names, labels, rows."""
