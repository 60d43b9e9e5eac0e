"""The public record of a neighbourhood's meetings: from YAML records to a website. Knows nothing of MkDocs."""
