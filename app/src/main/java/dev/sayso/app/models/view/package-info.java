/// The place of the window where models are fetched, chosen and deleted.
///
/// [ModelsModel] holds a [ModelCard] for each model and what can be done; [ModelsView] shows them.
/// A download belongs to the model, not to the view: it goes on when the place is left. Nothing
/// here goes over the network before the user presses a button.
package dev.sayso.app.models.view;
