#!/usr/bin/env bash
# Run once by the postgres image, when its volume is empty: a role and a database of its own for each
# service, and for the schema registry.
set -euo pipefail

for service in gateway verification sync registry; do
	psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=name="$service" <<-'SQL'
		\getenv password BGV_DATABASE_PASSWORD
		create role :"name" login password :'password';
		create database :"name" owner :"name";
		revoke connect on database :"name" from public;
	SQL
done
