"""What officers and managers see of many children at once: reads only."""
