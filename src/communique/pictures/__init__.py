"""Pictures of a record: each a chart in Vega-Lite, drawn without a browser."""
