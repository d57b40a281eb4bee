/// A model folder on disk: `config.json`, safetensors shards, vocabulary.
package dev.sayso.engine.checkpoint;
