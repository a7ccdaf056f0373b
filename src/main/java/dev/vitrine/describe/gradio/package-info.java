/// Models as Gradio's clients see them: pure functions from a signature to `/config` and
/// `/gradio_api/info`, and from values to the forms that Gradio's components give them and back.
///
/// Gradio's protocol is not written down; these are the forms of gradio 6.25 as its own clients
/// (`@gradio/client` 2.5, `gradio_client` 2.6) read them. One class stands for each family of
/// kinds, and one line in [dev.vitrine.describe.gradio.Components] for each kind.
///
/// @see dev.vitrine.describe.gradio.Component
/// @see dev.vitrine.describe.gradio.Components
/// @see dev.vitrine.describe.gradio.GradioDocuments
package dev.vitrine.describe.gradio;
