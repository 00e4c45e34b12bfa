variable "name" {
  type = string
}

variable "environment" {
  type = string
}

variable "replicas" {
  type    = number
  default = 1
}

locals {
  manifest = file("${path.root}/k8s/${var.name}.yaml")
}

output "host" {
  value = "${var.name}.${var.environment}.shop.example"
}
