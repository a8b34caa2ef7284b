"""The window as assistive technology has it, over AT-SPI."""
