"""Runs the README's query over a folder of made-up plan files: it must give
the table of courses that the page makes of the same files."""

import json
import re
import sys

import duckdb

folder = sys.argv[1]
readme = open("README.md", encoding="utf-8").read()
query = re.search(r"```sql\n(.*?)```", readme, re.DOTALL)
if not query:
    sys.exit("README.md has no query")
plans = "plans/*.json"
assert query[1].count(plans) == 1
found = duckdb.sql(query[1].replace(plans, f"{folder}/{plans}")).fetchall()
said = json.load(open(f"{folder}/courses.json", encoding="utf-8"))


def lines(table):
    return sorted(json.dumps(list(row), ensure_ascii=False) for row in table)


found, said = lines(found), lines(said)
for line in found:
    if line not in said:
        print(f"only the query: {line}")
for line in said:
    if line not in found:
        print(f"only the page: {line}")
if found != said:
    sys.exit("The README's query and the page do not say the same.")
