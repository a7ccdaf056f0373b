/// What a signature looks like to those who read documents: pure functions from a model to its
/// description, its JSON Schemas and its OpenAPI document.
///
/// @see dev.vitrine.describe.Description
/// @see dev.vitrine.describe.JsonSchemas
/// @see dev.vitrine.describe.OpenApi
package dev.vitrine.describe;
