/// An engine that breaks every rule of the walls, package by package: the test of the test.
package dev.sayso.engine.broken;
