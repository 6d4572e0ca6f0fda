"""Write the schema where it is kept: ``python -m api.graphql > docs/schema.graphql``."""

import sys

from api.graphql.graphql_schema import exported

sys.stdout.write(exported())
