'use strict';

exports.shipped = require('./shipped');
