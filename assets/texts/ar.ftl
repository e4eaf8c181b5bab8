# The guests' pages. What is not here yet stands in English.
