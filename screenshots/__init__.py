"""Pictures of the app, made by the app: `make screenshots`."""
