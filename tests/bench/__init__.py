"""How the project behaves with many records: synthetic archives, and what is measured of them (`make bench`)."""
