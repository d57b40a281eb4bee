/// A model folder on disk: `config.json`, safetensors shards, vocabulary.
///
/// Start at [dev.sayso.engine.checkpoint.Checkpoint]. A folder is somebody else's file, fetched
/// from somewhere: every size, offset and name in it is checked before it is used, and what is
/// wrong is one [java.io.IOException] saying *file: what was expected, what was found*.
///
/// Decisions:
/// - `config.json` decides every dimension; no size is inferred from a tensor's name or shape, so a
///   fine-tune with other sizes loads unchanged and a file that disagrees with it is refused.
/// - Special tokens are found in `config.json`, then `tokenizer_config.json`; no id is a constant.
/// - The files are mapped, not read: a model larger than the heap opens at once, and its pages are
///   shared with every process that has it open. Mappings and memory that is not kept in a file
///   belong to the checkpoint's one shared arena (workers read it, so it can't be a confined one);
///   files of packed weights are mapped by the package `packed`, which no other knows.
/// - Tensors are looked up each on its own. The published 1.7B is cut in the middle of a layer.
/// - JSON is read by Jackson with duplicate keys refused and depth and length bounded: two parsers
///   that disagree on which of two equal keys counts are how a checked file differs from the used
///   one.
package dev.sayso.engine.checkpoint;
