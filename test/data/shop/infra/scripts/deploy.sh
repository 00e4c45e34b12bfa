#!/bin/sh
# Brings what is on main to an environment: deploy.sh production|staging
set -eu

environment="${1:?which environment?}"
here="$(cd "$(dirname "$0")/.." && pwd)"

terraform -chdir="$here" apply -auto-approve -var "environment=$environment"
for manifest in "$here"/k8s/*.yaml; do
  kubectl --context "$environment" apply -f "$manifest"
done
