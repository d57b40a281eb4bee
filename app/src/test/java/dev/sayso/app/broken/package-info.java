/// An app that breaks every rule of the walls: the test of the test.
package dev.sayso.app.broken;
