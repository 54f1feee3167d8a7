"""What is displayed: lines, and their shadow."""
