"""The window around the pages: opening and closing, menus, the rail, messages, the status bar."""
