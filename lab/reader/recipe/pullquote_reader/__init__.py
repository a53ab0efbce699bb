"""The recipe of Pullquote's reader: data -> train -> quantise -> judge, one module and one command each."""
