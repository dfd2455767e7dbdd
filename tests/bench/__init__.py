"""What the page costs, measured beside the smallest Dash app that draws as many points: `make bench`."""
