/// The models on this machine: the starter that came with the app, and those installed beside it.
///
/// A model is a folder under the data folder's `models`; its name is the folder's. Nothing is
/// judged by a name: what counts as a model that can transcribe, `config.json` says.
package dev.sayso.app.models;
