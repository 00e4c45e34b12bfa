terraform {
  required_version = ">= 1.9"
}

variable "environment" {
  type        = string
  description = "production or staging"
}

module "payments" {
  source      = "./modules/service"
  name        = "payments"
  environment = var.environment
  replicas    = 4
}

module "search" {
  source      = "./modules/service"
  name        = "search"
  environment = var.environment
  replicas    = 2
}
